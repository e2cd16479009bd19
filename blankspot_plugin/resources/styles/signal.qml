<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|CustomProperties">
 <customproperties>
  <Option type="Map">
   <Option name="blankspot/role" type="QString" value="signal" />
   <Option name="identify/format" type="QString" value="Value" />
  </Option>
 </customproperties>
 <pipe-data-defined-properties>
  <Option type="Map">
   <Option name="name" type="QString" value="" />
   <Option name="properties" />
   <Option name="type" type="QString" value="collection" />
  </Option>
 </pipe-data-defined-properties>
 <pipe>
  <provider>
   <resampling enabled="false" maxOversampling="2" zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" />
  </provider>
  <rasterrenderer alphaBand="-1" band="1" classificationMax="-44" classificationMin="-140" nodataColor="" opacity="1" type="singlebandpseudocolor">
   <minMaxOrigin>
    <limits>None</limits>
    <extent>WholeRaster</extent>
    <statAccuracy>Estimated</statAccuracy>
    <cumulativeCutLower>0.02</cumulativeCutLower>
    <cumulativeCutUpper>0.98</cumulativeCutUpper>
    <stdDevFactor>2</stdDevFactor>
   </minMaxOrigin>
   <rastershader>
    <colorrampshader classificationMode="1" clip="0" colorRampType="DISCRETE" labelPrecision="6" maximumValue="-44" minimumValue="-140">
     <item alpha="204" color="#8f2154" label="Predicted, blank spot: below -115 dBm" value="-115.000001" />
     <item alpha="204" color="#e0a233" label="Predicted, weak: down to -115 dBm" value="-105.000001" />
     <item alpha="204" color="#c4ddf1" label="Predicted, covered: -105 dBm or better" value="inf" />
     <rampLegendSettings direction="0" maximumLabel="" minimumLabel="" orientation="2" prefix="" suffix="" useContinuousLegend="1">
      <numericFormat id="basic">
       <Option type="Map">
        <Option name="decimal_separator" type="QChar" value="" />
        <Option name="decimals" type="int" value="6" />
        <Option name="rounding_type" type="int" value="0" />
        <Option name="show_plus" type="bool" value="false" />
        <Option name="show_thousand_separator" type="bool" value="true" />
        <Option name="show_trailing_zeros" type="bool" value="false" />
        <Option name="thousand_separator" type="QChar" value="" />
       </Option>
      </numericFormat>
     </rampLegendSettings>
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <brightnesscontrast brightness="0" contrast="0" gamma="1" />
  <huesaturation colorizeBlue="128" colorizeGreen="128" colorizeOn="0" colorizeRed="255" colorizeStrength="100" grayscaleMode="0" invertColors="0" saturation="0" />
  <rasterresampler maxOversampling="2" />
  <resamplingStage>resamplingFilter</resamplingStage>
 </pipe>
 <blendMode>0</blendMode>
</qgis>
